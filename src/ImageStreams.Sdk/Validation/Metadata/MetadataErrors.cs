using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Finds the errors in the metadata of an update that Kubernetes reports before an object's own rules are applied.</summary>
/// <remarks>The rules of an object report them again, so that an API server lists them several times.</remarks>
internal static class MetadataErrors
{
    private static readonly FieldPath Path = FieldPath.Root.Child("metadata");

    /// <summary>Finds the errors of an object in a namespace.</summary>
    public static ValueList<FieldError> FindInUpdate(ObjectMeta metadata, ObjectMeta old)
    {
        var errors = new FieldErrors();
        ObjectMetaRules.Check(metadata, isNamespaced: true, PathSegmentRules.FindProblems, Path, errors);
        ObjectMetaUpdateRules.Check(metadata, old, errors);
        return errors.ToValueList();
    }
}
