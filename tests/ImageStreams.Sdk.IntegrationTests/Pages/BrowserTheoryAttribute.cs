namespace ImageStreams.IntegrationTests.Pages;

/// <summary>A test with several cases that needs a browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = ExternalTool.Chromium.SkipReason;
}
