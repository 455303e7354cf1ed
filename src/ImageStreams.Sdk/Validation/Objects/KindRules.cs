using ImageStreams.Serialization;

namespace ImageStreams.Validation;

/// <summary>Validates that an object has the kind and the version of its type, or none.</summary>
/// <remarks>A server refuses another kind before it validates; here, an object that was read is always of its kind.</remarks>
internal static class KindRules
{
    private static readonly FieldPath Kind = FieldPath.Root.Child("kind");
    private static readonly FieldPath ApiVersion = FieldPath.Root.Child("apiVersion");

    /// <summary>Checks an object, and returns the errors to which others can be added.</summary>
    public static FieldErrors Check<T>(T value)
        where T : ApiObject, IWireObject<T>
    {
        var errors = new FieldErrors();
        if (!T.Type.AcceptsKind(value.Kind))
        {
            errors.Invalid(Kind, value.Kind, $"The object is validated as {T.Type.Kind}: set that kind, or none.");
        }
        else if (!T.Type.Accepts(value.Kind, value.ApiVersion))
        {
            errors.Invalid(ApiVersion, value.ApiVersion, $"The kind {T.Type.Kind} is one of the group {T.Type.Group}.");
        }

        return errors;
    }
}
