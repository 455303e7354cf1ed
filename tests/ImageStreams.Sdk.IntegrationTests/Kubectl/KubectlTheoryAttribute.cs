namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>A test that runs each version of kubectl.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KubectlTheoryAttribute : TheoryAttribute
{
    public KubectlTheoryAttribute() => Skip = ExternalTool.Kubectl.SkipReason ?? ExternalTool.OldKubectl.SkipReason;
}
