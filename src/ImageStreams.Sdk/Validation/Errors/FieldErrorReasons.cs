namespace ImageStreams.Validation;

/// <summary>The words of the API server for what is wrong with a field.</summary>
internal static class FieldErrorReasons
{
    /// <summary>The word for a type, as it stands in the causes of a <c>Status</c>.</summary>
    public static string FromType(FieldErrorType type) => type switch
    {
        FieldErrorType.NotFound => "FieldValueNotFound",
        FieldErrorType.Required => "FieldValueRequired",
        FieldErrorType.Duplicate => "FieldValueDuplicate",
        FieldErrorType.Invalid => "FieldValueInvalid",
        FieldErrorType.NotSupported => "FieldValueNotSupported",
        FieldErrorType.Forbidden => "FieldValueForbidden",
        FieldErrorType.TooLong => "FieldValueTooLong",
        FieldErrorType.TooMany => "FieldValueTooMany",
        FieldErrorType.TypeInvalid => "FieldValueTypeInvalid",
        _ => "InternalError",
    };
}
