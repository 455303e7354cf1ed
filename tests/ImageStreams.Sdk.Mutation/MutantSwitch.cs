using System.Reflection;

namespace ImageStreams.Mutation;

/// <summary>The class that Stryker puts into a mutated library, by which one of its mutants is switched on.</summary>
internal sealed class MutantSwitch(Type control)
{
    /// <summary>The number that stands for no mutant.</summary>
    public const int None = -1;

    /// <summary>The mutant that is switched on.</summary>
    public int Active
    {
        set => Field("ActiveMutant").SetValue(null, value);
    }

    /// <summary>True while the mutants that are reached are recorded, and none is switched on.</summary>
    public bool IsRecording
    {
        set => Field("CaptureCoverage").SetValue(null, value);
    }

    /// <summary>Finds the switch in a mutated library, and switches a mutant on, or begins to record if it is none.</summary>
    /// <exception cref="InvalidOperationException">The library is not mutated.</exception>
    public static MutantSwitch In(string library, int mutant)
    {
        var types = Assembly.LoadFrom(library).GetTypes();
        var control = Array.Find(types, type => type.Name == "MutantControl");
        control = control ?? throw new InvalidOperationException($"{library} has no mutants.");
        return new MutantSwitch(control) { Active = mutant, IsRecording = mutant == None };
    }

    /// <summary>Takes the mutants that were recorded: first all, then those of static fields and constructors.</summary>
    public IReadOnlyList<IReadOnlyList<int>> TakeReached()
    {
        var recorded = (IList<int>[])Call("GetCoverageData")!;
        IReadOnlyList<int>[] copy = [.. recorded.Select(list => list.ToArray())];
        Call("ResetCoverage");
        return copy;
    }

    private FieldInfo Field(string name) =>
        control.GetField(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        ?? throw new MissingFieldException(control.FullName, name);

    private object? Call(string name) =>
        control.GetMethod(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)?.Invoke(null, null);
}
