namespace ImageStreams.Kubernetes;

/// <summary>The form that the objects of a kind have in a cluster.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal interface IStoredForm<T>
    where T : ApiObject
{
    /// <summary>The name of the kind, in messages.</summary>
    string KindName { get; }

    /// <summary>The resource.</summary>
    ClusterResourceType Type { get; }

    /// <summary>The label selector of the objects whose names have another order in the cluster; null where there are none.</summary>
    string? UnorderedSelector { get; }

    /// <summary>Gets the name that an object has in the cluster.</summary>
    string EncodeName(string name);

    /// <summary>Turns an object into its resource.</summary>
    T Encode(T value);

    /// <summary>Turns a resource into its object.</summary>
    T Decode(T resource);

    /// <summary>Gets an object as every reader will see it.</summary>
    /// <param name="sent">The resource as it was sent.</param>
    /// <param name="received">The resource as the cluster answered.</param>
    T Written(T sent, T received);

    /// <summary>Gets the resource that can be deleted at once; the same where the cluster decides when it goes.</summary>
    T Free(T resource);
}
