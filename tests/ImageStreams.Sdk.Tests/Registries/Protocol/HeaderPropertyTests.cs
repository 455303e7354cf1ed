using FsCheck.Xunit;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>Whatever a header contains, the call ends with a result or a registry failure.</summary>
public sealed class HeaderPropertyTests
{
    private static readonly string[] Pieces =
        ["Bearer", "Basic", " ", ",", ";", "=", "\"", "\\", "<", ">", "realm", "rel", "next", "https://a.example/t", "/v2/a/tags/list?x", "\u00e9", "YWJj=="];

    [Property(Replay = "17,19", MaxTest = 300)]
    public async Task Challenge_AnyText_EndsInUnauthorizedOrAnotherFailure(byte[] choice)
    {
        using var handler = new ScriptedHandler(_ => Reply.Challenge(Text(choice)));
        await FailsAsync(handler, client => client.GetManifestAsync(Repository, "1"));
    }

    [Property(Replay = "23,29", MaxTest = 300)]
    public async Task Link_AnyText_EndsInAListOrAFailure(byte[] choice)
    {
        using var handler = new ScriptedHandler(_ => Reply.Json("{\"tags\":[]}").With("Link", Text(choice)));
        using var client = CreateClient(handler);
        var exception = await Record.ExceptionAsync(async () =>
        {
            await foreach (var _ in client.ListTagsAsync(Repository))
            {
            }
        });

        Assert.True(exception is null or RegistryException, $"{exception}");
    }

    private static RegistryRepository Repository => new() { Registry = "a.example", Name = "a" };

    private static string Text(byte[] choice) => string.Concat(choice.Select(index => Pieces[index % Pieces.Length]));

    private static HttpRegistryClient CreateClient(ScriptedHandler handler) =>
        new(new RegistryClientOptions { MaxAttempts = 1 }, handlers: RegistryHandlers.From(handler));

    private static async Task FailsAsync(ScriptedHandler handler, Func<HttpRegistryClient, Task> call)
    {
        using var client = CreateClient(handler);
        await Assert.ThrowsAsync<RegistryException>(() => call(client));
    }
}
