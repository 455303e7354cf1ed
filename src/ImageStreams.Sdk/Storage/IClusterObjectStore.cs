namespace ImageStreams.Storage;

/// <summary>A store of the other objects of a cluster, such as Deployments and Secrets, by their resource.</summary>
/// <remarks>
/// A store of streams that implements it, too, counts the versions of all objects together: a write to any of them is newer than
/// every earlier write. What <see cref="IObjectStore{T}"/> says about the objects of one kind holds for those of each resource. The
/// store does not know which resources exist: one that nothing was ever written to is empty.
/// </remarks>
public interface IClusterObjectStore
{
    /// <summary>Returns the store of the objects of one resource; always the same for the same name.</summary>
    /// <param name="resource">The plural name, followed by a dot and the group unless that is empty, such as
    /// <c>deployments.apps</c> or <c>pods</c>; case-sensitive.</param>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    IObjectStore<ClusterObject> GetObjects(string resource);
}
