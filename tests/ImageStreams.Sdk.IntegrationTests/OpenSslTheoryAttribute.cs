namespace ImageStreams.IntegrationTests;

/// <summary>A test with cases that needs openssl.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenSslTheoryAttribute : TheoryAttribute
{
    public OpenSslTheoryAttribute() => Skip = ExternalTool.OpenSsl.SkipReason;
}
