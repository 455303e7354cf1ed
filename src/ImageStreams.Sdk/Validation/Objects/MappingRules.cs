namespace ImageStreams.Validation;

/// <summary>The notice that an image was pushed into a stream.</summary>
internal static class MappingRules
{
    private static readonly FieldPath Metadata = FieldPath.Root.Child("metadata");

    /// <summary>Checks a notice.</summary>
    /// <remarks>
    /// A missing name is reported in three places, as OpenShift has a second way to name a stream, which its v1 API
    /// does not offer; and a bad namespace in two.
    /// </remarks>
    public static void Check(ImageStreamMapping mapping, FieldErrors errors)
    {
        ObjectMetaRules.Check(mapping.Metadata, isNamespaced: true, PathSegmentRules.FindProblems, Metadata, errors);
        CheckNamespaceAgain(mapping.Namespace, errors);
        if (string.IsNullOrEmpty(mapping.Metadata.Name))
        {
            const string detail = "The stream that was pushed into must be named: set metadata.name.";
            errors.Required(FieldPath.Root.Child("name"), detail);
            errors.Required(FieldPath.Root.Child("dockerImageRepository"), detail);
        }

        ImageRules.Check(mapping.Image, FieldPath.Root.Child("image"), errors);
        if (mapping.Tag.Length == 0)
        {
            errors.Required(FieldPath.Root.Child("tag"), "The tag that was pushed must be named.");
        }
    }

    private static void CheckNamespaceAgain(string ns, FieldErrors errors)
    {
        if (NamespaceRules.FindProblems(ns) is { IsEmpty: false } problems)
        {
            errors.Invalid(Metadata.Child("namespace"), ns, string.Join(' ', problems));
        }
    }
}
