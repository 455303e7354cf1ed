namespace ImageStreams.Clients;

/// <summary>The state of a namespace.</summary>
public enum NamespaceState
{
    /// <summary>The namespace exists.</summary>
    Active,

    /// <summary>The namespace is being deleted: nothing can be created in it.</summary>
    Terminating,

    /// <summary>There is no such namespace.</summary>
    NotFound,
}
