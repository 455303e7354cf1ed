using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>The verbs of resources, as in discovery and in the rules of access.</summary>
public static class ResourceVerbs
{
    /// <summary>Reads one object.</summary>
    public const string Get = "get";

    /// <summary>Reads all objects.</summary>
    public const string List = "list";

    /// <summary>Follows changes.</summary>
    public const string Watch = "watch";

    /// <summary>Creates an object.</summary>
    public const string Create = "create";

    /// <summary>Replaces an object.</summary>
    public const string Update = "update";

    /// <summary>Changes a part of an object.</summary>
    public const string Patch = "patch";

    /// <summary>Deletes one object.</summary>
    public const string Delete = "delete";

    /// <summary>Deletes all objects that are selected.</summary>
    public const string DeleteCollection = "deletecollection";

    /// <summary>All verbs.</summary>
    internal static ValueList<string> AllOfObjects { get; } = [Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch];
}
