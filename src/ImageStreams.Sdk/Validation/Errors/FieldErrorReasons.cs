namespace ImageStreams.Validation;

/// <summary>The reasons of the API server for errors in fields.</summary>
internal static class FieldErrorReasons
{
    /// <summary>Returns the <c>reason</c> of a type in the causes of a <c>Status</c>.</summary>
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
        _ => StatusReasons.InternalError,
    };
}
