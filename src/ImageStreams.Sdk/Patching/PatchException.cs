using ImageStreams.Collections;

namespace ImageStreams.Patching;

/// <summary>The exception for a patch that cannot be applied; the object is unchanged.</summary>
public sealed class PatchException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">The reason.</param>
    /// <param name="message">The sentence, as an API server answers it.</param>
    /// <param name="causes">The fields that the failure concerns.</param>
    /// <param name="innerException">The cause, or null for none.</param>
    public PatchException(
        PatchFailure failure, string message, ValueList<StatusCause> causes = default, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
        Causes = causes;
    }

    /// <summary>The reason.</summary>
    public PatchFailure Failure { get; }

    /// <summary>The fields that the failure concerns, each with its reason; empty when it concerns the patch as a whole.</summary>
    public ValueList<StatusCause> Causes { get; }
}
