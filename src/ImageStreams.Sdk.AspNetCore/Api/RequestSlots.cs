using System.Collections.Concurrent;
using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ImageStreams.AspNetCore;

/// <summary>Counts the requests of each client that are being answered.</summary>
internal sealed class RequestSlots(int limit, ILogger logger)
{
    private readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes a slot of the client of a request.</summary>
    /// <returns>The slot, to be given back.</returns>
    /// <exception cref="ApiException">The client has none left (429).</exception>
    public Slot Take(HttpContext context)
    {
        var client = GetClient(context);
        var taken = _taken.AddOrUpdate(client, 1, static (_, taken) => taken + 1);
        var slot = new Slot(this, client);
        if (taken <= limit)
        {
            return slot;
        }

        slot.Dispose();
        logger.TooManyRequests(client);
        throw ServedErrors.TooManyRequests();
    }

    private static string GetClient(HttpContext context) =>
        context.Features.Get<IApiUserFeature>()?.User.Name
        ?? context.Connection.RemoteIpAddress?.ToString()
        ?? "";

    // A client without requests is forgotten, unless it takes a slot at this moment.
    private void GiveBack(string client)
    {
        if (_taken.AddOrUpdate(client, 0, static (_, taken) => taken - 1) == 0)
        {
            _taken.TryRemove(new KeyValuePair<string, int>(client, 0));
        }
    }

    /// <summary>A slot that a request has taken.</summary>
    public readonly struct Slot(RequestSlots slots, string client) : IDisposable
    {
        public void Dispose() => slots.GiveBack(client);
    }
}
