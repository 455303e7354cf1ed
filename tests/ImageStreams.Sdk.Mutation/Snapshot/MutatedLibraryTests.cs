using ImageStreams.Registries;

namespace ImageStreams.Tests.Mutation;

/// <summary>The only test that Stryker runs: it keeps the mutated library, which Stryker removes when it is done.</summary>
public sealed class MutatedLibraryTests
{
    [Fact]
    public void The_library_under_test_is_copied()
    {
        var target = Environment.GetEnvironmentVariable("MUTATED_LIBRARY");
        Assert.False(string.IsNullOrEmpty(target), "MUTATED_LIBRARY names no file.");

        // Stryker tries every mutant with a test that reaches none, and the mutants that it reaches with one that does.
        Assert.True(HostGlob.IsPattern("*"));
        File.Copy(typeof(HostGlob).Assembly.Location, target, overwrite: true);
    }
}
