namespace ImageStreams.IntegrationTests.Graphs;

/// <summary>A test with several cases that needs Graphviz.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DotTheoryAttribute : TheoryAttribute
{
    public DotTheoryAttribute() => Skip = ExternalTool.Dot.SkipReason;
}
