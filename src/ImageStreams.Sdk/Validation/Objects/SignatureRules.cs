using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates the signature of an image, and its conditions.</summary>
internal static class SignatureRules
{
    private const string Trusted = "Trusted";
    private const string ForImage = "ForImage";

    /// <summary>Checks a signature, which may be part of an image.</summary>
    public static void Check(ImageSignature signature, FieldPath path, FieldErrors errors)
    {
        CheckMetadata(signature.Metadata, path.Child("metadata"), errors);
        if (signature.Type.Length == 0)
        {
            errors.Required(path.Child("type"), "The signature needs a type, such as atomic.");
        }

        if (signature.Content.IsEmpty)
        {
            errors.Required(path.Child("content"), "The signature needs its content, the signed bytes.");
        }

        var trusted = FindLatest(signature.Conditions, Trusted);
        CheckPaired(trusted, FindLatest(signature.Conditions, ForImage), path.Child("conditions"), errors);
        if (trusted is null || trusted.Status == ConditionStatus.Unknown)
        {
            CheckNothingKnown(signature, path, errors);
        }
    }

    /// <summary>Checks that type and content do not change.</summary>
    public static void CheckUnchanged(ImageSignature signature, ImageSignature old, FieldErrors errors)
    {
        if (signature.Type != old.Type)
        {
            errors.Forbidden(FieldPath.Root.Child("type"), "The type of a signature is immutable: create another signature.");
        }

        if (signature.Content != old.Content)
        {
            errors.Forbidden(
                FieldPath.Root.Child("content"), "The content of a signature is immutable: create another signature.");
        }
    }

    private static void CheckMetadata(ObjectMeta metadata, FieldPath path, FieldErrors errors)
    {
        ObjectMetaRules.Check(metadata, isNamespaced: false, PathSegmentRules.FindProblems, path, errors);
        var name = metadata.Name ?? "";
        if (name.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            errors.Invalid(path.Child("name"), name, "The name of a signature must have the form <image>@<signature>.");
        }

        if (!metadata.Labels.IsEmpty)
        {
            errors.Forbidden(path.Child("labels"), "A signature cannot have labels: remove them.");
        }

        if (!metadata.Annotations.IsEmpty)
        {
            errors.Forbidden(path.Child("annotations"), "A signature cannot have annotations: remove them.");
        }
    }

    /// <summary>Finds the condition of a type with the latest probe; of several at that time, the last in the list.</summary>
    private static SignatureCondition? FindLatest(ValueList<SignatureCondition> conditions, string type)
    {
        SignatureCondition? latest = null;
        foreach (var condition in conditions)
        {
            if (condition.Type == type && (latest is null || condition.LastProbeTime >= latest.LastProbeTime))
            {
                latest = condition;
            }
        }

        return latest;
    }

    private static void CheckPaired(
        SignatureCondition? trusted, SignatureCondition? forImage, FieldPath path, FieldErrors errors)
    {
        if (trusted is null != forImage is null)
        {
            errors.Invalid(path, null, $"The conditions {Trusted} and {ForImage} require each other: add "
                + $"{(trusted is null ? Trusted : ForImage)}.");
        }
    }

    private static void CheckNothingKnown(ImageSignature signature, FieldPath path, FieldErrors errors)
    {
        const string detail = "This is not known while the trust of the signature is unknown: remove it, or add the condition "
            + "Trusted.";
        if (!string.IsNullOrEmpty(signature.ImageIdentity))
        {
            errors.Invalid(path.Child("imageIdentity"), signature.ImageIdentity, detail);
        }

        if (!signature.SignedClaims.IsEmpty)
        {
            errors.Invalid(path.Child("signedClaims"), null, detail);
        }

        if (signature.IssuedBy is not null)
        {
            errors.Invalid(path.Child("issuedBy"), null, detail);
        }

        if (signature.IssuedTo is not null)
        {
            errors.Invalid(path.Child("issuedTo"), null, detail);
        }
    }
}
