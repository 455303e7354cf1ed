namespace ImageStreams.Storage;

/// <summary>The exception for a failed operation of a store; see <see cref="Reason"/>.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">The reason.</param>
    /// <param name="message">One sentence that names the object.</param>
    public StoreException(StoreFailure failure, string message)
        : base(message) => Reason = failure;

    /// <summary>Creates the exception for a failure of what the store is kept in, such as a database.</summary>
    /// <param name="failure">The reason.</param>
    /// <param name="message">One sentence that names the store and the root cause.</param>
    /// <param name="innerException">The cause.</param>
    public StoreException(StoreFailure failure, string message, Exception innerException)
        : base(message, innerException) => Reason = failure;

    /// <summary>The reason for the failure.</summary>
    public StoreFailure Reason { get; }

    /// <summary>The token with which a list that is no longer kept goes on with the latest state, in which objects may be missing or be
    /// new; null for every other failure.</summary>
    public string? Continue { get; init; }
}
