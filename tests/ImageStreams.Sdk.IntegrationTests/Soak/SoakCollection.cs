namespace ImageStreams.IntegrationTests.Soak;

/// <summary>What is counted for the whole process cannot run beside other tests.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SoakCollection
{
    public const string Name = "soak";
}
