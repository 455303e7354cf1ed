using System.Text.RegularExpressions;
using ImageStreams.Clients;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The namespaces of the recorded cluster: all that a recording names, but those that its server did not find.</summary>
internal sealed partial class RecordedNamespaces(IEnumerable<HttpExchange> exchanges) : INamespaces
{
    private readonly HashSet<string> _missing =
    [
        .. exchanges.Where(one => one.Exchange.Status == 404 && one.Method == "POST")
            .Select(one => Missing().Match((string?)one.Exchange.Body?["message"] ?? "").Groups["name"].Value),
    ];

    public ValueTask<NamespaceState> GetStateAsync(string name, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(_missing.Contains(name) ? NamespaceState.NotFound : NamespaceState.Active);

    [GeneratedRegex("^namespaces \"(?<name>[^\"]+)\" not found$")]
    private static partial Regex Missing();
}
