using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>A tag with its wish and its history as an object of its own.</summary>
internal static class ImageTagRules
{
    private static readonly FieldPath Metadata = FieldPath.Root.Child("metadata");
    private static readonly FieldPath Spec = FieldPath.Root.Child("spec");
    private static readonly FieldPath Status = FieldPath.Root.Child("status");

    /// <summary>Checks a tag that is to be created.</summary>
    public static void Check(ImageTag tag, AllowedRegistries allowed, FieldErrors errors)
    {
        ObjectMetaRules.Check(tag.Metadata, isNamespaced: true, PathSegmentRules.FindProblems, Metadata, errors);
        if (tag.Spec is null)
        {
            errors.Required(Spec, "A tag that is created needs a spec, as it is nothing else yet.");
        }

        CheckSpec(tag, new AdmissionCache(allowed), errors);
    }

    /// <summary>Checks a tag that is to take the place of another.</summary>
    public static void CheckUpdate(ImageTag tag, ImageTag old, AllowedRegistries allowed, FieldErrors errors)
    {
        ObjectMetaUpdateRules.Check(tag.Metadata, old.Metadata, errors);
        CheckUnchanged(tag.Metadata == old.Metadata, Metadata, errors);
        CheckSpec(tag, new AdmissionCache(allowed, () => allowed.WithRepositoryFrom(old.Spec)), errors);
        CheckUnchanged(tag.Status == old.Status, Status, errors);
    }

    private static void CheckSpec(ImageTag tag, AdmissionCache admissions, FieldErrors errors)
    {
        if (tag.Spec is not { } reference)
        {
            return;
        }

        if (!ImageStreamTagName.TrySplit(tag.Name, out _, out var name) || reference.Name != name)
        {
            errors.Invalid(Spec.Child("name"), reference.Name,
                "The name must be that of the tag, which stands behind the ':' of metadata.name.");
        }

        new TagReferenceRules(AnnotationRules.AllowInsecure(tag.Metadata), admissions, errors).Check(reference, Spec);
    }

    private static void CheckUnchanged(bool isUnchanged, FieldPath path, FieldErrors errors)
    {
        if (!isUnchanged)
        {
            errors.Invalid(path, "", "Of a tag only the spec changes: leave the other fields as they were read.");
        }
    }
}
