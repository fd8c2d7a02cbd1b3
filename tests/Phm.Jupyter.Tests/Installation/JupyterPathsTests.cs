using Phm.Jupyter.Installation;

namespace Phm.Jupyter.Tests.Installation;

/// <summary>Jupyter's folders for data as its own rules give them; <c>KernelCommandTests</c> asks Jupyter itself.</summary>
public sealed class JupyterPathsTests
{
    private const string User = "/account/.local/share/jupyter";

    [Theory]
    [InlineData("", "/account/.local/share/jupyter /usr/local/share/jupyter /usr/share/jupyter")]
    [InlineData("JUPYTER_DATA_DIR=/d", "/d /account/.local/share/jupyter /usr/local/share/jupyter /usr/share/jupyter")]
    [InlineData("JUPYTER_DATA_DIR=", "/account/.local/share/jupyter /usr/local/share/jupyter /usr/share/jupyter")]
    [InlineData("XDG_DATA_HOME=/x", "/x/jupyter /account/.local/share/jupyter /usr/local/share/jupyter /usr/share/jupyter")]
    [InlineData("JUPYTER_PATH=/p/:/q", "/p /q /account/.local/share/jupyter /usr/local/share/jupyter /usr/share/jupyter")]
    [InlineData("VIRTUAL_ENV=/v", "/account/.local/share/jupyter /v/share/jupyter /usr/local/share/jupyter /usr/share/jupyter")]
    [InlineData("CONDA_PREFIX=/c JUPYTER_PREFER_ENV_PATH=1", "/c/share/jupyter /account/.local/share/jupyter /usr/local/share/jupyter /usr/share/jupyter")]
    [InlineData("CONDA_PREFIX=/c JUPYTER_PREFER_ENV_PATH=False", "/account/.local/share/jupyter /c/share/jupyter /usr/local/share/jupyter /usr/share/jupyter")]
    [InlineData("PYTHONUSERBASE=/u", "/account/.local/share/jupyter /u/share/jupyter /usr/local/share/jupyter /usr/share/jupyter")]
    public void On_Unix(string variables, string expected) => Assert.Equal(expected.Split(' '), Folders(JupyterSystem.Unix, variables));

    [Fact]
    public void On_a_Mac() => Assert.Equal(["/account/Library/Jupyter", User, "/usr/local/share/jupyter", "/usr/share/jupyter"], Folders(JupyterSystem.Mac, ""));

    [Theory]
    [InlineData("APPDATA=/roaming PROGRAMDATA=/all", "/roaming/jupyter /roaming/Python/share/jupyter /all/jupyter")]
    [InlineData("", "/account/.jupyter/data")]
    [InlineData("JUPYTER_CONFIG_DIR=/conf JUPYTER_PATH=/p;/q", "/p /q /conf/data")]
    public void On_Windows(string variables, string expected) => Assert.Equal(expected.Split(' '), Folders(JupyterSystem.Windows, variables).Select(folder => folder.Replace('\\', '/')));

    [Fact]
    public void Kernels_lie_below_each_of_them_and_last_in_the_folder_of_IPython()
    {
        var paths = Paths(JupyterSystem.Unix, "IPYTHONDIR=/i");
        Assert.Equal(User + "/kernels", paths.UserKernels);
        Assert.Equal([User + "/kernels", "/usr/local/share/jupyter/kernels", "/usr/share/jupyter/kernels", "/i/kernels"], paths.Kernels());
    }

    private static IEnumerable<string> Folders(JupyterSystem system, string variables)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && system != JupyterSystem.Windows, "Paths are joined as the system does.");
        return Paths(system, variables).DataFolders().Distinct();
    }

    private static JupyterPaths Paths(JupyterSystem system, string variables)
    {
        var values = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new(system, name => values.GetValueOrDefault(name), "/account");
    }
}
