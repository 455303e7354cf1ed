namespace ImageStreams.Validation;

/// <summary>What is wrong with a field, as the API server classes it.</summary>
public enum FieldErrorType
{
    /// <summary>What the field names does not exist: <c>FieldValueNotFound</c>.</summary>
    NotFound,

    /// <summary>The field has no value and needs one: <c>FieldValueRequired</c>.</summary>
    Required,

    /// <summary>The value is there already: <c>FieldValueDuplicate</c>.</summary>
    Duplicate,

    /// <summary>The value is not of the form that the field takes: <c>FieldValueInvalid</c>.</summary>
    Invalid,

    /// <summary>The value is none of those that the field takes: <c>FieldValueNotSupported</c>.</summary>
    NotSupported,

    /// <summary>The value is well-formed and yet not allowed here: <c>FieldValueForbidden</c>.</summary>
    Forbidden,

    /// <summary>The value is too long: <c>FieldValueTooLong</c>.</summary>
    TooLong,

    /// <summary>There are too many values: <c>FieldValueTooMany</c>.</summary>
    TooMany,

    /// <summary>The field could not be looked at: <c>InternalError</c>.</summary>
    Internal,

    /// <summary>The value is of the wrong type: <c>FieldValueTypeInvalid</c>.</summary>
    TypeInvalid,
}
