namespace ImageStreams.IntegrationTests;

/// <summary>A test that needs skopeo.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SkopeoFactAttribute : FactAttribute
{
    public SkopeoFactAttribute() => Skip = ExternalTool.Skopeo.SkipReason;
}
