namespace ImageStreams.Patching;

/// <summary>The reasons why a patch cannot be applied.</summary>
public enum PatchFailure
{
    /// <summary>The text is no patch of its type (400).</summary>
    BadRequest,

    /// <summary>The patch does not fit the object, or the result is no object of its kind (422); see the causes.</summary>
    Invalid,

    /// <summary>Other managers own fields that an apply wants to change (409); see the causes.</summary>
    Conflict,

    /// <summary>The patch has too many operations, or makes the object too large (413).</summary>
    TooLarge,
}
