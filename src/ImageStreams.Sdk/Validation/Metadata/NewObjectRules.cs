namespace ImageStreams.Validation;

/// <summary>Validates the metadata of an object that is to be created, with what a server fills in before.</summary>
internal static class NewObjectRules
{
    /// <summary>The number of characters that a server keeps of a <c>generateName</c>.</summary>
    private const int MaxPrefix = 58;

    private static readonly FieldPath Path = FieldPath.Root.Child("metadata");

    /// <summary>Checks metadata: an absent namespace is that of the request, and an absent name comes from <c>generateName</c>.</summary>
    public static void Check(ObjectMeta metadata, ObjectMetaRules.NameValidator nameValidator, FieldErrors errors) =>
        ObjectMetaRules.Check(Complete(metadata), isNamespaced: true, nameValidator, Path, errors);

    /// <summary>Checks the metadata in the JSON of an object.</summary>
    public static void Check(FieldNode metadata, ObjectMetaRules.NameValidator nameValidator, FieldErrors errors)
    {
        var read = new ObjectMeta
        {
            Name = metadata["name"].Text,
            GenerateName = metadata["generateName"].Text,
            Namespace = metadata["namespace"].Text,
            Labels = metadata["labels"].ToMap(),
            Annotations = metadata["annotations"].ToMap(),
            Finalizers = [.. metadata["finalizers"].GetItems().Select(static finalizer => finalizer.Text)],
        };
        Check(read, nameValidator, errors);
    }

    private static ObjectMeta Complete(ObjectMeta metadata) => metadata with
    {
        Name = string.IsNullOrEmpty(metadata.Name) ? Generate(metadata.GenerateName ?? "") : metadata.Name,
        Namespace = string.IsNullOrEmpty(metadata.Namespace) ? "default" : metadata.Namespace,
    };

    private static string? Generate(string prefix) =>
        prefix.Length == 0 ? null : $"{prefix[..Math.Min(prefix.Length, MaxPrefix)]}xxxxx";
}
