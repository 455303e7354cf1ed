using System.Net;
using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Fetches tokens from the token servers that registries name (Docker token authentication).</summary>
internal sealed class TokenClient(HttpExchange exchange, RegistryClientSettings settings, TimeProvider timeProvider)
{
    private const int MaxAnswerBytes = 128 << 10;
    private const int MaxTokenLength = 16 << 10;

    /// <summary>Fetches a token and its lifetime in seconds, if the server sent one.</summary>
    /// <exception cref="RegistryException">The token server refused, could not be reached, or took too long.</exception>
    public async Task<(string Token, long? ExpiresIn)> FetchAsync(RequestLine request)
    {
        using var limit = new CancellationTokenSource(settings.AttemptTimeout, timeProvider);
        try
        {
            return await FetchAsync(request, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw RegistryClientErrors.Timeout(request, settings.AttemptTimeout, exception);
        }
    }

    private async Task<(string Token, long? ExpiresIn)> FetchAsync(RequestLine line, CancellationToken cancellationToken)
    {
        var endpoint = settings.CreateEndpoint(line.Uri, line.Call.Repository);
        var message = await exchange
            .SendAsync(line, endpoint, line.Authorization?.Header, cancellationToken)
            .ConfigureAwait(false);
        using var response = new RegistryResponse(line, message) { Source = GetSource(line, endpoint) };
        return response.Status == HttpStatusCode.OK
            ? await ReadAsync(response, cancellationToken).ConfigureAwait(false)
            : throw await HttpStatusErrors.ReadAsync(response, timeProvider, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(string Token, long? ExpiresIn)> ReadAsync(RegistryResponse response, CancellationToken cancellationToken)
    {
        var body = await BodyReader.ReadAsync(
            response, Math.Min(settings.MaxManifestBytes, MaxAnswerBytes), cancellationToken).ConfigureAwait(false);
        return RegistryJson.Read(body, response.Line, answer => ReadToken(answer, response.Line));
    }

    private static (string Token, long? ExpiresIn) ReadToken(JsonElement answer, RequestLine line)
    {
        var token = RegistryJson.GetString(answer, "token") is { Length: > 0 } value
            ? value
            : RegistryJson.GetString(answer, "access_token");
        return IsToken(token)
            ? (token, RegistryJson.GetInt64(answer, "expires_in"))
            : throw RegistryClientErrors.BadShape(line, "the token server sent no usable token");
    }

    /// <summary>Determines whether an <c>Authorization</c> header can contain a text without a change of meaning.</summary>
    private static bool IsToken(string text) =>
        text.Length is > 0 and <= MaxTokenLength && !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static ServingRegistry GetSource(RequestLine line, RegistryEndpoint endpoint) => new()
    {
        Registry = endpoint.Host,
        Repository = line.Call.Repository.Name,
        Transport = endpoint.Transport,
    };
}
