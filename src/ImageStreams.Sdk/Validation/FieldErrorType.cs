namespace ImageStreams.Validation;

/// <summary>The types of errors in fields, as in the API server.</summary>
public enum FieldErrorType
{
    /// <summary>The object that the field refers to does not exist: <c>FieldValueNotFound</c>.</summary>
    NotFound,

    /// <summary>The field is required and has no value: <c>FieldValueRequired</c>.</summary>
    Required,

    /// <summary>The value exists already: <c>FieldValueDuplicate</c>.</summary>
    Duplicate,

    /// <summary>The value is malformed: <c>FieldValueInvalid</c>.</summary>
    Invalid,

    /// <summary>The value is not one of the allowed values: <c>FieldValueNotSupported</c>.</summary>
    NotSupported,

    /// <summary>The value is well-formed but not allowed: <c>FieldValueForbidden</c>.</summary>
    Forbidden,

    /// <summary>The value is too long: <c>FieldValueTooLong</c>.</summary>
    TooLong,

    /// <summary>There are too many values: <c>FieldValueTooMany</c>.</summary>
    TooMany,

    /// <summary>The field could not be validated: <c>InternalError</c>.</summary>
    Internal,

    /// <summary>The value has the wrong type: <c>FieldValueTypeInvalid</c>.</summary>
    TypeInvalid,
}
