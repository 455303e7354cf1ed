namespace ImageStreams.Storage;

/// <summary>The failure of an operation of a store; see <see cref="Reason"/>.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">The reason.</param>
    /// <param name="message">One sentence that names the object.</param>
    public StoreException(StoreFailure failure, string message)
        : base(message) => Reason = failure;

    /// <summary>The reason of the failure.</summary>
    public StoreFailure Reason { get; }
}
