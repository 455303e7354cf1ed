namespace ImageStreams.Validation;

/// <summary>Validates an <c>ImageStreamTag</c>: a tag of a stream as an object of its own.</summary>
internal static class StreamTagRules
{
    private static readonly FieldPath Metadata = FieldPath.Root.Child("metadata");
    private static readonly FieldPath TagField = FieldPath.Root.Child("tag");

    /// <summary>Checks a tag that is to be created.</summary>
    public static void Check(ImageStreamTag tag, AllowedRegistries allowed, FieldErrors errors)
    {
        ObjectMetaRules.Check(tag.Metadata, isNamespaced: true, PathSegmentRules.FindProblems, Metadata, errors);
        CheckTag(tag, new AdmissionCache(allowed), errors);
    }

    /// <summary>Checks a tag that is to replace another.</summary>
    public static void CheckUpdate(ImageStreamTag tag, ImageStreamTag old, AllowedRegistries allowed, FieldErrors errors)
    {
        ObjectMetaUpdateRules.Check(tag.Metadata, old.Metadata, errors);
        CheckTag(tag, new AdmissionCache(allowed, () => allowed.WithRepositoryFrom(old.Tag)), errors);
        if (GetImmutableFields(tag) != GetImmutableFields(old))
        {
            errors.Invalid(Metadata, "", "Only annotations, tag, lookupPolicy and generation can change: leave the other "
                + "fields as they were read.");
        }
    }

    private static void CheckTag(ImageStreamTag tag, AdmissionCache admissions, FieldErrors errors)
    {
        if (tag.Tag is not { } reference)
        {
            return;
        }

        new TagReferenceRules(ImageStreamAnnotations.AllowsInsecure(tag.Metadata), admissions, errors).Check(reference, TagField);
        if (!reference.Annotations.IsNull && reference.Annotations != tag.Metadata.Annotations)
        {
            errors.Invalid(TagField.Child("annotations"), FieldErrors.MapValue,
                "The annotations of a tag belong to its metadata: write them there, and remove these or make them equal.");
        }
    }

    /// <summary>Returns the fields of a tag that are immutable.</summary>
    private static ImageStreamTag GetImmutableFields(ImageStreamTag tag) => tag with
    {
        Kind = null,
        ApiVersion = null,
        Metadata = tag.Metadata with { Annotations = default },
        Tag = null,
        LookupPolicy = ImageLookupPolicy.Default,
        Generation = 0,
        UnknownFields = default,
    };
}
