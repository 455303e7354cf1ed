using System.Text;
using System.Text.Json.Nodes;

namespace ImageStreams.Fuzz;

/// <summary>An answer of the API.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The text.</param>
internal sealed record FuzzAnswer(int Status, string Body)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // What OpenShift itself answers with 500, and the API therefore, too: versions that are no numbers.
    private const string NoNumber = "strconv.ParseUint";

    public bool IsSuccess => Status is 200 or 201;

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    /// <summary>Sends a request, whose answer must come in time and be none of a server that failed.</summary>
    public static async Task<FuzzAnswer> SendAsync(
        HttpClient http, string method, string path, byte[]? body = null, string type = "application/json")
    {
        using var patience = new CancellationTokenSource(Patience);
        using var request = CreateRequest(method, path, body, type);
        try
        {
            using var response = await http.SendAsync(request, patience.Token).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(patience.Token).ConfigureAwait(false);
            return new FuzzAnswer((int)response.StatusCode, text).Check(method, path);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new BrokenPropertyException($"{method} {path} is answered in time");
        }
    }

    /// <summary>Creates a request.</summary>
    public static HttpRequestMessage CreateRequest(string method, string path, byte[]? body = null, string type = "application/json")
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return request;
    }

    /// <summary>Requires that the answer is a good one, or a refusal with a sentence.</summary>
    public FuzzAnswer Check(string method, string path)
    {
        var isMeant = Status < 500 || Status == 504 || Body.Contains(NoNumber, StringComparison.Ordinal);
        Expect.That(isMeant, $"{method} {path} is no error of the server: {Status} {Body}");
        Expect.That(Status < 400 || ((string?)Json["message"])?.Length > 0, $"{method} {path} is refused with a reason: {Status} {Body}");
        return this;
    }

    /// <summary>Encodes a text as a body.</summary>
    public static byte[] Encode(string text) => Encoding.UTF8.GetBytes(text);
}
