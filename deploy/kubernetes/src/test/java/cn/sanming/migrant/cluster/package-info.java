/// What can be known of the manifests without a cluster: that they are well typed, that everything they name
/// exists, and that they fit the code they deploy.
package cn.sanming.migrant.cluster;
