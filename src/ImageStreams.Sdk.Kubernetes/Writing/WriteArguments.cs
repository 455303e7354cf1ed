namespace ImageStreams.Kubernetes;

/// <summary>Checks the arguments of a write.</summary>
internal static class WriteArguments
{
    /// <exception cref="ArgumentException">The object or the options cannot be used.</exception>
    public static void Check(ClusterObject intended, ObjectWriteOptions options)
    {
        if (string.IsNullOrEmpty(intended.Kind) || string.IsNullOrEmpty(intended.ApiVersion) || intended.Name.Length == 0)
        {
            throw new ArgumentException("The object lacks its kind, its apiVersion or its name.", nameof(intended));
        }

        if (options.FieldManager.Length == 0)
        {
            throw new ArgumentException($"{nameof(options.FieldManager)} is empty.", nameof(options));
        }

        if (options.MaxAttempts <= 0)
        {
            throw new ArgumentException($"{nameof(options.MaxAttempts)} is {options.MaxAttempts}; it must be positive.", nameof(options));
        }
    }

    /// <summary>Finds the resource of an object's kind.</summary>
    public static ClusterResourceType GetResource(ClusterObject intended, ObjectWriteOptions options)
    {
        var (group, version) = ObjectTrees.SplitVersion(intended);
        return new ClusterResourceType
        {
            Group = group,
            Version = version,
            Plural = options.Resource ?? GetPlural(intended.Kind!.ToLowerInvariant()),
            IsNamespaced = intended.Namespace.Length > 0,
        };
    }

    // As Kubernetes' own guess of a resource's name.
    private static string GetPlural(string kind)
    {
        if (kind.EndsWith('s') || kind.EndsWith('x') || kind.EndsWith("ch", StringComparison.Ordinal))
        {
            return $"{kind}es";
        }

        return kind.EndsWith('y') && !kind.EndsWith("ay", StringComparison.Ordinal) && !kind.EndsWith("ey", StringComparison.Ordinal)
            ? $"{kind[..^1]}ies"
            : $"{kind}s";
    }
}
