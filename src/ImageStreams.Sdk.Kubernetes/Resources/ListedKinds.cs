namespace ImageStreams.Kubernetes;

/// <summary>The kinds of objects in lists, which servers leave out.</summary>
internal static class ListedKinds
{
    private const string Suffix = "List";

    /// <summary>Gives each object without one the kind and the version of its list.</summary>
    public static ClusterObjectList FillIn(ClusterObjectList list)
    {
        if (list.Kind is not { } kind || !kind.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return list;
        }

        var itemKind = kind[..^Suffix.Length];
        return list with
        {
            Items =
            [
                .. list.Items.Select(value => value with { Kind = value.Kind ?? itemKind, ApiVersion = value.ApiVersion ?? list.ApiVersion }),
            ],
        };
    }
}
