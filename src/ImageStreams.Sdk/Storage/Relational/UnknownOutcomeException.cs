namespace ImageStreams.Storage;

/// <summary>Carries the error of a write that may have been committed, and so must not be repeated.</summary>
internal sealed class UnknownOutcomeException(StoreException error) : Exception(error.Message, error);
