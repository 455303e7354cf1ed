namespace ImageStreams.Validation;

/// <summary>A tag of a stream as an object of its own.</summary>
internal static class StreamTagRules
{
    private static readonly FieldPath Metadata = FieldPath.Root.Child("metadata");
    private static readonly FieldPath Wish = FieldPath.Root.Child("tag");

    /// <summary>Checks a tag that is to be created.</summary>
    public static void Check(ImageStreamTag tag, AllowedRegistries allowed, FieldErrors errors)
    {
        ObjectMetaRules.Check(tag.Metadata, isNamespaced: true, PathSegmentRules.FindProblems, Metadata, errors);
        CheckWish(tag, new Admissions(allowed), errors);
    }

    /// <summary>Checks a tag that is to take the place of another.</summary>
    public static void CheckUpdate(ImageStreamTag tag, ImageStreamTag old, AllowedRegistries allowed, FieldErrors errors)
    {
        ObjectMetaUpdateRules.Check(tag.Metadata, old.Metadata, errors);
        if (Fixed(tag) != Fixed(old))
        {
            errors.Invalid(Metadata, "", "Of a tag only annotations, wish, lookup policy and generation change: leave the "
                + "other fields as they were read.");
        }

        CheckWish(tag, new Admissions(allowed, () => allowed.WithThatOf(old.Tag)), errors);
    }

    private static void CheckWish(ImageStreamTag tag, Admissions admissions, FieldErrors errors)
    {
        if (tag.Tag is not { } wish)
        {
            return;
        }

        new TagReferenceRules(AnnotationRules.AllowInsecure(tag.Metadata), admissions, errors).Check(wish, Wish);
        if (!wish.Annotations.IsNull && wish.Annotations != tag.Metadata.Annotations)
        {
            errors.Invalid(Wish.Child("annotations"), FieldErrors.MapValue,
                "The tag has its annotations in its metadata: write them there, and leave these out or make them equal.");
        }
    }

    /// <summary>What of a tag never changes.</summary>
    private static ImageStreamTag Fixed(ImageStreamTag tag) => tag with
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
