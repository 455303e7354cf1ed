namespace ImageStreams.Validation;

/// <summary>Validates an <c>ImageStreamMapping</c>, which records an image that was pushed into a stream.</summary>
internal static class MappingRules
{
    private static readonly FieldPath Metadata = FieldPath.Root.Child("metadata");

    /// <summary>Checks a mapping.</summary>
    /// <remarks>
    /// As in OpenShift, a missing name is reported at three paths, because there is a second way to name a stream, which the
    /// v1 API does not have; and an invalid namespace at two.
    /// </remarks>
    public static void Check(ImageStreamMapping mapping, FieldErrors errors)
    {
        ObjectMetaRules.Check(mapping.Metadata, isNamespaced: true, PathSegmentRules.FindProblems, Metadata, errors);
        CheckNamespaceAgain(mapping.Namespace, errors);
        if (string.IsNullOrEmpty(mapping.Metadata.Name))
        {
            const string detail = "The mapping needs the name of the stream: set metadata.name.";
            errors.Required(FieldPath.Root.Child("name"), detail);
            errors.Required(FieldPath.Root.Child("dockerImageRepository"), detail);
        }

        if (mapping.Tag.Length == 0)
        {
            errors.Required(FieldPath.Root.Child("tag"), "The mapping needs the tag of the pushed image.");
        }

        ImageRules.Check(mapping.Image, FieldPath.Root.Child("image"), errors);
    }

    private static void CheckNamespaceAgain(string ns, FieldErrors errors)
    {
        if (NamespaceRules.FindProblems(ns) is { IsEmpty: false } problems)
        {
            errors.Invalid(Metadata.Child("namespace"), ns, string.Join(' ', problems));
        }
    }
}
