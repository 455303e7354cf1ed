using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Repeats writes that conflict with those of other writers.</summary>
internal static class Conflicts
{
    /// <summary>The attempts of a write into a store: each conflict is a write that somebody else has made, so all get
    /// through; the number is a bound for stores that always report one.</summary>
    public const int MaxStoreAttempts = 1000;

    /// <summary>The attempts of a write through an API; so many conflicts mean a stream that never comes to rest.</summary>
    public const int MaxApiAttempts = 100;

    /// <summary>Checks for an error of an API that means that others wrote since the object was read.</summary>
    public static bool IsApiConflict(ApiException exception) =>
        exception.Reason is ApiFailure.Conflict or ApiFailure.AlreadyExists;

    /// <summary>Checks for an error of a store that means that others wrote since the object was read, and not since the
    /// version that the caller named.</summary>
    public static bool IsStoreConflict(ApiException exception) =>
        exception.InnerException is StoreException { Reason: StoreFailure.Conflict or StoreFailure.AlreadyExists };

    /// <summary>Repeats a write into a store, which reads the object again with each attempt, until it succeeds.</summary>
    public static Task<T> RetryAsync<T>(Func<Task<T>> attempt) => RetryAsync(attempt, IsStoreConflict, MaxStoreAttempts);

    /// <summary>Repeats an attempt after each conflict.</summary>
    /// <param name="attempt">The attempt; it reads the object again.</param>
    /// <param name="isConflict">Checks whether an error is a conflict.</param>
    /// <param name="maxAttempts">The maximum number of attempts; the last one's conflict is thrown.</param>
    public static async Task<T> RetryAsync<T>(
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
