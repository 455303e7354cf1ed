namespace ImageStreams.Storage;

/// <summary>A store did not do what it was asked for; <see cref="Reason"/> says why.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="message">One sentence that names the object.</param>
    public StoreException(StoreFailure failure, string message)
        : base(message) => Reason = failure;

    /// <summary>Why the store did not do what it was asked for.</summary>
    public StoreFailure Reason { get; }
}
