namespace ImageStreams.IntegrationTests.Graphs;

/// <summary>A test that needs Graphviz.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DotFactAttribute : FactAttribute
{
    public DotFactAttribute() => Skip = ExternalTool.Dot.SkipReason;
}
