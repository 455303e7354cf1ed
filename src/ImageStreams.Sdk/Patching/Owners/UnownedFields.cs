namespace ImageStreams.Patching;

/// <summary>The fields that nobody owns, because the server sets them or they name the object.</summary>
internal static class UnownedFields
{
    private static readonly string[] OfMetadata =
    [
        "name", "namespace", "creationTimestamp", "selfLink", "uid", "clusterName", "generation", "managedFields", "resourceVersion",
    ];

    public static FieldSet All { get; } = FieldSet.Create(
    [
        Create("apiVersion", FieldSet.Empty),
        Create("kind", FieldSet.Empty),
        Create("metadata", FieldSet.Create([.. OfMetadata.Select(name => Create(name, FieldSet.Empty))])),
    ]);

    private static FieldSetEntry Create(string name, FieldSet below) => new(FieldElement.Field(name), true, below);
}
