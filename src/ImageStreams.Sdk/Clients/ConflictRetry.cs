using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Repeats writes that conflict with those of other writers.</summary>
internal static class ConflictRetry
{
    /// <summary>
    /// The maximum number of attempts to write into a store. Each conflict is a write by another writer, so all writes
    /// succeed in the end; the limit is for stores that always report a conflict.
    /// </summary>
    public const int MaxStoreAttempts = 1000;

    /// <summary>
    /// The maximum number of attempts to write through an API; so many conflicts mean a stream that changes constantly.
    /// </summary>
    public const int MaxApiAttempts = 100;

    /// <summary>Determines whether an API error means that others wrote since the object was read.</summary>
    public static bool IsApiConflict(ApiException exception) =>
        exception.Reason is ApiFailure.Conflict or ApiFailure.AlreadyExists;

    /// <summary>
    /// Determines whether a store error means that others wrote since the object was read, and not since the version that
    /// the caller named.
    /// </summary>
    public static bool IsStoreConflict(ApiException exception) =>
        exception.InnerException is StoreException { Reason: StoreFailure.Conflict or StoreFailure.AlreadyExists };

    /// <summary>Repeats a write into a store, which reads the object again with each attempt, until it succeeds.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> attempt) => RunAsync(attempt, IsStoreConflict, MaxStoreAttempts);

    /// <summary>Repeats an attempt after each conflict.</summary>
    /// <param name="attempt">The attempt; it reads the object again.</param>
    /// <param name="isConflict">Determines whether an error is a conflict.</param>
    /// <param name="maxAttempts">The maximum number of attempts; the conflict of the last one is thrown.</param>
    public static async Task<T> RunAsync<T>(
        Func<Task<T>> attempt, Func<ApiException, bool> isConflict, int maxAttempts)
    {
        for (var attempts = 1; attempts < maxAttempts; attempts++)
        {
            try
            {
                return await attempt().ConfigureAwait(false);
            }
            catch (ApiException e) when (isConflict(e))
            {
                // The next attempt reads what the other writer has written.
            }
        }

        return await attempt().ConfigureAwait(false);
    }
}
