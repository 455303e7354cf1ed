using ImageStreams.Storage;

namespace ImageStreams.Tests.Clients;

/// <summary>A store as another process has it: the same objects behind an object of its own, with a step before each call.</summary>
internal sealed class SteppedStore(IImageStreamStore store) : IImageStreamStore
{
    /// <summary>Awaited before each call, with its name, such as <c>List ImageStream</c>.</summary>
    public Func<string, Task> Step { get; set; } = static _ => Task.CompletedTask;

    public IObjectStore<ImageStream> Streams => new Stepped<ImageStream>(this, store.Streams);

    public IObjectStore<Image> Images => new Stepped<Image>(this, store.Images);

    private sealed class Stepped<T>(SteppedStore steps, IObjectStore<T> inner) : IObjectStore<T>
        where T : ApiObject
    {
        public async ValueTask<T?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default)
        {
            await StepAsync("Find").ConfigureAwait(false);
            return await inner.FindAsync(key, cancellationToken).ConfigureAwait(false);
        }

        public async ValueTask<StorePage<T>> ListAsync(ListQuery query, CancellationToken cancellationToken = default)
        {
            await StepAsync("List").ConfigureAwait(false);
            return await inner.ListAsync(query, cancellationToken).ConfigureAwait(false);
        }

        public async ValueTask<T> CreateAsync(T value, CancellationToken cancellationToken = default)
        {
            await StepAsync("Create").ConfigureAwait(false);
            return await inner.CreateAsync(value, cancellationToken).ConfigureAwait(false);
        }

        public async ValueTask<T> UpdateAsync(T value, CancellationToken cancellationToken = default)
        {
            await StepAsync("Update").ConfigureAwait(false);
            return await inner.UpdateAsync(value, cancellationToken).ConfigureAwait(false);
        }

        public async ValueTask<T> DeleteAsync(
            ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default)
        {
            await StepAsync("Delete").ConfigureAwait(false);
            return await inner.DeleteAsync(key, preconditions, cancellationToken).ConfigureAwait(false);
        }

        public IAsyncEnumerable<WatchEvent<T>> WatchAsync(WatchQuery query, CancellationToken cancellationToken = default) =>
            inner.WatchAsync(query, cancellationToken);

        private Task StepAsync(string call) => steps.Step($"{call} {typeof(T).Name}");
    }
}
