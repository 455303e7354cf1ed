namespace ImageStreams.Storage;

/// <summary>Carries the error of a write that may have been committed, and so must not be repeated.</summary>
#pragma warning disable CA1064 // thrown and caught within this folder
internal sealed class UnknownOutcomeException(StoreException error) : Exception(error.Message, error);
#pragma warning restore CA1064
