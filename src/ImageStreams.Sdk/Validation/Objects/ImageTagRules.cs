using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>Validates an <c>ImageTag</c>: a tag with its spec and history as an object of its own.</summary>
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
            errors.Required(Spec, "A new tag needs a spec.");
        }

        CheckSpec(tag, new AdmissionCache(allowed), errors);
    }

    /// <summary>Checks a tag that is to replace another.</summary>
    public static void CheckUpdate(ImageTag tag, ImageTag old, AllowedRegistries allowed, FieldErrors errors)
    {
        ObjectMetaUpdateRules.Check(tag.Metadata, old.Metadata, errors);
        CheckSpec(tag, new AdmissionCache(allowed, () => allowed.WithRepositoryFrom(old.Spec)), errors);
        CheckUnchanged(tag.Metadata == old.Metadata, Metadata, errors);
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
                "The name must be that of the tag, which follows the ':' in metadata.name.");
        }

        new TagReferenceRules(ImageStreamAnnotations.AllowsInsecure(tag.Metadata), admissions, errors).Check(reference, Spec);
    }

    private static void CheckUnchanged(bool isUnchanged, FieldPath path, FieldErrors errors)
    {
        if (!isUnchanged)
        {
            errors.Invalid(path, "", "Only the spec of a tag can change: leave the other fields as they were read.");
        }
    }
}
