using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Turns the failures of a store's answers into those of the API.</summary>
internal static class StoreAnswers
{
    /// <exception cref="ApiException">The store failed.</exception>
    public static ValueTask<T> MapAsync<T>(ValueTask<T> answer) => answer.IsCompletedSuccessfully ? answer : AwaitAsync(answer);

    private static async ValueTask<T> AwaitAsync<T>(ValueTask<T> answer)
    {
        try
        {
            return await answer.ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw ApiErrors.FromStore(e);
        }
    }
}
