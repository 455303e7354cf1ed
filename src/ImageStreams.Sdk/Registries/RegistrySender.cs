using System.Net;

namespace ImageStreams.Registries;

/// <summary>Carries out calls: attempts within time limits, repeated by the pipeline, over the transports
/// allowed.</summary>
internal sealed class RegistrySender(
    RegistryAuthenticator authenticator, RegistryClientSettings settings, TimeProvider time)
{
    private readonly TransportMemory _transports = new();

    /// <summary>Sends a call until an attempt succeeds; reading the answer is part of the attempt.</summary>
    public Task<T> SendAsync<T>(
        RegistryCall call,
        Func<RegistryResponse, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken) =>
        settings.Pipeline.ExecuteAsync(
            static (state, token) => new ValueTask<T>(state.Sender.AttemptAsync(state.Call, state.Read, token)),
            (Sender: this, Call: call, Read: read),
            cancellationToken).AsTask();

    /// <summary>One attempt: the transports in order, until one of them reaches the registry.</summary>
    private async Task<T> AttemptAsync<T>(
        RegistryCall call, Func<RegistryResponse, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var candidates = _transports.Candidates(call.Repository);
        for (var next = 0; ;)
        {
            var endpoint = RegistryEndpoint.Of(call.Repository.Registry, candidates[next++]);
            try
            {
                return await TryAsync(call, endpoint, read, cancellationToken).ConfigureAwait(false);
            }
            catch (RegistryException exception) when (next < candidates.Length && NeverAnswered(exception, endpoint))
            {
                // the next transport may reach it
            }
        }
    }

    private async Task<T> TryAsync<T>(
        RegistryCall call,
        RegistryEndpoint endpoint,
        Func<RegistryResponse, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(settings.AttemptTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await ExchangeAsync(call, endpoint, read, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (OperationCanceledException exception)
        {
            var line = new RequestLine(call, call.Method, endpoint.ToUri(call.Path));
            throw RegistryFaults.Timeout(line, settings.AttemptTimeout, exception);
        }
    }

    private async Task<T> ExchangeAsync<T>(
        RegistryCall call,
        RegistryEndpoint endpoint,
        Func<RegistryResponse, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
    {
        using var response = await authenticator.SendAsync(call, endpoint, cancellationToken).ConfigureAwait(false);
        _transports.Answered(call.Repository, endpoint.Transport);
        return response.Status == HttpStatusCode.OK
            ? await read(response, cancellationToken).ConfigureAwait(false)
            : throw await StatusFaults.ReadAsync(response, time, cancellationToken).ConfigureAwait(false);
    }

    private static bool NeverAnswered(RegistryException exception, RegistryEndpoint endpoint) =>
        exception.StatusCode is null
        && exception.Failure is RegistryFailure.Unreachable or RegistryFailure.Tls or RegistryFailure.Timeout
        && exception.Uri?.Authority == endpoint.ToUri("/").Authority;
}
