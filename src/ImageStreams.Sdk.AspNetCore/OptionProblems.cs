using Microsoft.Extensions.Options;

namespace ImageStreams.AspNetCore;

/// <summary>Refuses options.</summary>
internal static class OptionProblems
{
    /// <summary>Refuses options of which something is wrong.</summary>
    /// <typeparam name="TOptions">The type of the options.</typeparam>
    /// <param name="problems">The sentences about what is wrong.</param>
    /// <exception cref="OptionsValidationException">There is a problem.</exception>
    public static void ThrowIfAny<TOptions>(IEnumerable<string> problems)
    {
        var all = problems.ToList();
        if (all.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(TOptions), all);
        }
    }
}
