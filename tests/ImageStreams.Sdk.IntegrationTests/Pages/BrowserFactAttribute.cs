namespace ImageStreams.IntegrationTests.Pages;

/// <summary>A test that needs a browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = ExternalTool.Chromium.SkipReason;
}
