namespace ImageStreams.Manifests;

/// <summary>The kind and the version of an object; empty where it has none.</summary>
internal readonly record struct ObjectType(string Kind, string ApiVersion)
{
    private const string ListSuffix = "List";

    /// <summary>The API group; empty for the core group.</summary>
    public string Group
    {
        get
        {
            var slash = ApiVersion.IndexOf('/', StringComparison.Ordinal);
            return slash < 0 ? "" : ApiVersion[..slash];
        }
    }

    /// <summary>Gets a value indicating whether the object is a template of OpenShift.</summary>
    public bool IsTemplate => Kind == "Template" && ApiVersion is "" or "v1" or "template.openshift.io/v1";

    /// <summary>Gets a value indicating whether the object is a list of objects of any kinds.</summary>
    public bool IsAnyList => Kind == ListSuffix && ApiVersion is "" or "v1";

    /// <summary>Gets a value indicating whether the name of the kind is that of a list.</summary>
    public bool MayBeList => Kind.Length > ListSuffix.Length && Kind.EndsWith(ListSuffix, StringComparison.Ordinal);

    /// <summary>Gets the type of the items of a typed list, which need not name their own.</summary>
    public ObjectType ToItemType() => MayBeList ? this with { Kind = Kind[..^ListSuffix.Length] } : default;
}
