using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ImageStreams.Mutation;

/// <summary>The tests of an assembly, in an order that is the same in every process, run one by one in this process.</summary>
internal sealed class TestSuite : IDisposable
{
    private readonly XunitTestFramework _framework = new(new NullMessageSink());
    private readonly ITestFrameworkExecutor _executor;
    private readonly List<ITestCase> _cases;

    /// <summary>Finds the tests of an assembly.</summary>
    public TestSuite(string path)
    {
        var assembly = Assembly.LoadFrom(path);
        _executor = _framework.GetExecutor(assembly.GetName());
        _cases = [.. Find(assembly).OrderBy(test => test.UniqueID, StringComparer.Ordinal)];
    }

    /// <summary>The number of tests.</summary>
    public int Count => _cases.Count;

    /// <summary>Returns the name of a test.</summary>
    public string NameAt(int test) => _cases[test].DisplayName;

    /// <summary>Runs a test. Returns whether it passes.</summary>
    public bool Passes(int test)
    {
        using var sink = new TestSink();
        _executor.RunTests([_cases[test]], sink, new TestOptions());
        sink.Wait();
        return !sink.HasFailed;
    }

    public void Dispose()
    {
        _executor.Dispose();
        _framework.Dispose();
    }

    private IReadOnlyList<ITestCase> Find(Assembly assembly)
    {
        using var sink = new TestSink();
        _framework.GetDiscoverer(Reflector.Wrap(assembly)).Find(includeSourceInformation: false, sink, new TestOptions());
        sink.Wait();
        return sink.Found;
    }
}
