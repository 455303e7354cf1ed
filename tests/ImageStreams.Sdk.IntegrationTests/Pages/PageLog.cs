using System.Collections.Concurrent;
using System.Text.Json;

namespace ImageStreams.IntegrationTests.Pages;

/// <summary>What a page asked the network for, and what it complained of.</summary>
internal sealed class PageLog
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    /// <summary>The addresses of all requests, without the parts that the page itself creates in memory.</summary>
    public IReadOnlyList<string> Requests =>
        [.. _requests.Where(address => !address.StartsWith("blob:", StringComparison.Ordinal))];

    /// <summary>Exceptions, errors and warnings of the console, and what the browser reports of the page.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    /// <summary>Keeps an event.</summary>
    public void Add(string method, JsonElement parameters)
    {
        switch (method)
        {
            case "Network.requestWillBeSent":
                _requests.Enqueue(parameters.GetProperty("request").GetProperty("url").GetString()!);
                break;
            case "Runtime.exceptionThrown":
            case "Runtime.consoleAPICalled":
            case "Log.entryAdded":
            case "Page.javascriptDialogOpening":
                _complaints.Enqueue($"{method} {parameters}");
                break;
        }
    }
}
