using Xunit.Abstractions;

namespace ImageStreams.Mutation;

/// <summary>Hears which tests there are, and whether they fail.</summary>
internal sealed class TestSink : IMessageSink, IDisposable
{
    private readonly ManualResetEventSlim _finished = new();
    private readonly List<ITestCase> _found = [];

    /// <summary>The tests that were found.</summary>
    public IReadOnlyList<ITestCase> Found => _found;

    /// <summary>True when a test, or what belongs to its class, has failed.</summary>
    public bool HasFailed { get; private set; }

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseDiscoveryMessage found:
                _found.Add(found.TestCase);
                break;
            case IFailureInformation:
                HasFailed = true;
                break;
            case IDiscoveryCompleteMessage or ITestAssemblyFinished:
                _finished.Set();
                break;
        }

        return !HasFailed;
    }

    /// <summary>Waits until all is found or run.</summary>
    public void Wait() => _finished.Wait();

    public void Dispose() => _finished.Dispose();
}
