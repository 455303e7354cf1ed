using System.Diagnostics;

namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>What <c>imagestreams deploy</c> renders.</summary>
internal static class DeployedManifests
{
    private const string Image = "registry.example.com/imagestreams:1";
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "imagestreams.dll");

    public static async Task<string> RenderAsync(string mode, params string[] options)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "deploy", "--mode", mode, "--image", Image, .. options])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
